/** OpenAPI 3.1 from the contracts; zod's JSON Schema is the 2020-12 that OpenAPI 3.1 speaks. */
import { z } from 'zod'
import { api } from '../../../contracts/index.ts'
import type { Operation } from '../../../contracts/kit.ts'

const schemaOf = (schema: z.ZodType, io: 'input' | 'output') => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return rest
}
const parametersOf = (schema: z.ZodObject | undefined, where: 'path' | 'query') =>
  Object.entries(schema?.shape ?? {}).map(([name, part]) => ({
    name, in: where, required: where === 'path' || !(part as z.ZodType).safeParse(undefined).success, schema: schemaOf(part as z.ZodType, 'input'),
  }))

function described(name: string, room: string, o: Operation) {
  const problem = (description: string) => ({ description, content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } })
  return {
    operationId: name, tags: [room], summary: o.summary, security: o.may === 'public' ? [] : [{ session: [] }], 'x-permission': o.may,
    parameters: [...parametersOf(o.params, 'path'), ...parametersOf(o.query, 'query')],
    ...(o.upload ? { requestBody: { required: true, content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } } }
      : o.body ? { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(o.body, 'input') } } } } : {}),
    responses: {
      200: { description: 'Done', content: o.returns === 'file' ? { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } : { 'application/json': { schema: schemaOf(o.returns, 'input') } } },
      ...(o.may === 'public' ? {} : { 401: problem('Not signed in'), 403: problem('Not permitted') }),
      ...(o.refuses?.length ? { 409: problem(`Refused: ${o.refuses.join(', ')}. Codes ending in not_found answer 404.`) } : {}),
      422: problem('Bad input; `errors` names each field'),
    },
  }
}

export function openApi(): object {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const [room, operations] of Object.entries(api))
    for (const [name, o] of Object.entries(operations as Record<string, Operation>)) {
      const path = (o.door === 'citizens' ? '/public' : '/api') + o.path.replace(/:(\w+)/g, '{$1}')
      paths[path] = { ...paths[path], [o.method.toLowerCase()]: described(name, room, o) }
    }
  return {
    openapi: '3.1.0', info: { title: 'Ak Masa', version: '0.1.0', description: 'The desk of a municipality. Every change carries the header `x-akmasa: 1`.' }, paths,
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'akmasa' } },
      schemas: { Problem: { type: 'object', required: ['status', 'code'], properties: { type: { type: 'string' }, title: { type: 'string' }, status: { type: 'integer' }, code: { type: 'string' }, facts: { type: 'object' }, requestId: { type: 'string' },
        errors: { type: 'array', items: { type: 'object', required: ['path', 'code'], properties: { path: { type: 'string' }, code: { type: 'string' }, facts: { type: 'object' } } } } } } },
    },
  }
}
