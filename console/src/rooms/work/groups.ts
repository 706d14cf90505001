/** Orders by day and crew, as a directorate plans them. Pure. */
import { liveOrders, type Order, type OrderStatus, withCrew } from '../../../../contracts/work.ts'
import type { Show } from './filters.ts'

export const statusOf: Record<Show, readonly OrderStatus[] | undefined> = {
  todo: liveOrders, waiting: ['cannot', 'draft'], crew: ['assigned', 'on_the_way', 'started'], late: liveOrders, all: undefined,
}
export type Group = { key: string; day: string | null; crew: { id: string; name: string } | null; orders: Order[] }
/** What waits for the directorate stands apart, before everything that has a day and a crew; then day by day, crew by crew. */
export function grouped(orders: readonly Order[]): { waiting: Order[]; groups: Group[] } {
  const groups = new Map<string, Group>(), waiting: Order[] = []
  for (const order of orders) {
    if (order.status === 'cannot' || order.status === 'draft') { waiting.push(order); continue }
    const key = `${order.from ?? ''} ${order.crew?.id ?? ''}`, there = groups.get(key)
    if (there) there.orders.push(order)
    else groups.set(key, { key, day: order.from, crew: order.crew, orders: [order] })
  }
  const text = (group: Group) => `${group.day ?? '9999'} ${group.crew?.name ?? ''}`
  const rank = (order: Order) => (withCrew(order.status) ? 0 : 1)
  for (const group of groups.values()) group.orders.sort((a, b) => rank(a) - rank(b) || Number(b.emergency) - Number(a.emergency))
  return { waiting, groups: [...groups.values()].sort((a, b) => text(a).localeCompare(text(b), 'tr')) }
}
