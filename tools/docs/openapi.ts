import type { OpenAPI } from '@orpc/openapi';
import { serveErrors } from '../../cloudfunctions/core/rpc/serve-errors';
import type { ErrorTable } from '../../src/shared/kernel/contract';
import { toJsonSchema } from './json-schema';
import { type ProcedureEntry, procedureList } from './procedure-list';

type Responses = NonNullable<OpenAPI.OperationObject['responses']>;

const ref = (place: string) => ({ $ref: `#/components/${place}` });
const json = (schema: OpenAPI.SchemaObject | OpenAPI.ReferenceObject) => ({ 'application/json': { schema } });

/** Our envelope around a refusal. */
const refused: OpenAPI.SchemaObject = {
  type: 'object',
  required: ['ok', 'error'],
  properties: {
    ok: { const: false },
    error: {
      type: 'object',
      required: ['code', 'message'],
      properties: {
        code: { type: 'string' },
        message: { type: 'string', description: 'A Chinese sentence for people.' },
        fields: { type: 'object', additionalProperties: { type: 'string' }, description: 'Form path to sentence.' },
        current: { description: 'What stands now, after a stale write.' },
      },
    },
  },
};

/** Status → the codes that bear it, told in the description. */
function refusals(errors: ErrorTable): Record<string, OpenAPI.ResponseObject> {
  const told: Record<string, string[]> = {};
  for (const [code, { status, message }] of Object.entries(errors))
    told[status] = [...(told[status] ?? []), `${code}：${message}`];
  return Object.fromEntries(
    Object.entries(told).map(([status, lines]) => [
      status,
      { description: lines.join('；'), content: json(ref('schemas/Refused')) },
    ]),
  );
}

/** What any procedure may answer is written once; a procedure with codes of its own at that status tells both. */
function responsesOf(errors: ErrorTable): Responses {
  const own = refusals(errors);
  return Object.fromEntries(
    Object.entries(refusals({ ...serveErrors, ...errors })).map(([status, response]) => [
      status,
      own[status] ? response : ref(`responses/Any${status}`),
    ]),
  );
}

function operation({ area, path, meta, input, output, errors }: ProcedureEntry): OpenAPI.OperationObject {
  const keyed = meta.change && !meta.signsIn;
  const data = toJsonSchema(output, 'output') as OpenAPI.SchemaObject;
  return {
    operationId: path.replace('/', '.'),
    tags: [area],
    ...(keyed && {
      parameters: [
        {
          name: 'Idempotency-Key',
          in: 'header',
          required: true,
          schema: { type: 'string', pattern: '^[\\w-]{8,80}$' },
        },
      ],
    }),
    requestBody: {
      required: true,
      content: { 'application/json': { schema: toJsonSchema(input, 'input') as OpenAPI.SchemaObject } },
    },
    responses: {
      200: {
        description: '已办理',
        content: {
          'application/json': {
            schema: { type: 'object', required: ['ok', 'data'], properties: { ok: { const: true }, data } },
          },
        },
      },
      ...responsesOf(errors),
    },
  };
}

const documentOf = (area: string): OpenAPI.Document => ({
  openapi: '3.1.1',
  info: { title: `Xinghuo: ${area}`, version: '1', description: '每个操作都是 POST，正文和应答都是 JSON。' },
  servers: [{ url: '/api' }],
  security: [{ session: [] }, {}],
  components: {
    securitySchemes: { session: { type: 'http', scheme: 'bearer' } },
    schemas: { Refused: refused },
    responses: Object.fromEntries(
      Object.entries(refusals(serveErrors)).map(([status, response]) => [`Any${status}`, response]),
    ),
  },
  paths: Object.fromEntries(
    procedureList
      .filter((procedure) => procedure.area === area)
      .map((procedure) => [`/${procedure.path}`, { post: operation(procedure) }]),
  ) as OpenAPI.Document['paths'],
});

/** `openapi/<area>.json`, each whole in itself: what is on the wire over HTTP, in our envelope. Answers path → text. */
export function openapiDocuments(): Record<string, string> {
  const areas = [...new Set(procedureList.map(({ area }) => area))];
  return Object.fromEntries(
    areas.map((area) => [`openapi/${area}.json`, `${JSON.stringify(documentOf(area), null, 1)}\n`]),
  );
}
