import { useMutation, useQueryClient } from '@tanstack/react-query'
import { RotateCw } from 'lucide-react'
import { Button } from '@akmasa/ui'
import { contactApi, type Message } from '../../../../contracts/contact.ts'
import { call } from '../../client.ts'
import { useMay } from '../../session.tsx'
import { announce } from '../../shell/announce.tsx'
import { ProblemNotice } from '../../shell/ProblemNotice.tsx'
import { useText } from '../../text.ts'

/** One that failed, tried once more: whoever has mended the address or the gateway need not write it anew. */
export function Resend({ message }: { message: Message }) {
  const t = useText(), may = useMay(), queries = useQueryClient()
  const again = useMutation({
    mutationFn: () => call(contactApi.resendMessage, { messageId: message.id }),
    onSuccess: async () => {
      announce(t('contact.message.resent'))
      await queries.invalidateQueries({ queryKey: [contactApi.messages.path] })
    },
  })
  return (
    <>
      <br />
      <Button small onPress={() => again.mutate()} isPending={again.isPending} reason={!may('message.resend') && t('contact.message.resendNot')}><RotateCw aria-hidden />{t('contact.message.resend')}</Button>
      <ProblemNotice problem={again.error} />
    </>
  )
}
