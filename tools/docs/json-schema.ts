import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';

/** The part of JSON Schema that our contract's schemas come out as. */
export type JsonSchema = {
  type?: string | string[];
  format?: string;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: JsonSchema | boolean;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  enum?: unknown[];
  const?: unknown;
  maxLength?: number;
  pattern?: string;
  allOf?: JsonSchema[];
};

const converter = new ZodToJsonSchemaConverter();

/** A schema of the contract as JSON Schema; `strategy` tells what is sent from what is answered. */
export function toJsonSchema(schema: unknown, strategy: 'input' | 'output'): JsonSchema {
  const [, json] = converter.convert(schema as Parameters<typeof converter.convert>[0], { strategy });
  return json as JsonSchema;
}

const isNull = (schema: JsonSchema) => schema.type === 'null';

/** One line for people: `{ entryId: text, reason?: text≤200 }`. Objects deeper than `depth` are shortened to `{…}`. */
export function summary(schema: JsonSchema, depth: number): string {
  const either = schema.anyOf ?? schema.oneOf;
  if (either) {
    const parts = either.filter((part) => !isNull(part)).map((part) => summary(part, depth));
    return [...new Set(parts), ...(either.some(isNull) ? ['null'] : [])].join(' / ');
  }
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' / ');
  if (schema.type === 'array') return `[${schema.items ? summary(schema.items, depth) : ''}]`;
  if (schema.type === 'object' || schema.properties) return objectSummary(schema, depth);
  if (schema.type === 'string') return `text${schema.maxLength === undefined ? '' : `≤${schema.maxLength}`}`;
  return typeof schema.type === 'string' ? schema.type : 'any';
}

function objectSummary(schema: JsonSchema, depth: number): string {
  const fields = Object.entries(schema.properties ?? {});
  if (fields.length === 0) {
    const { additionalProperties } = schema;
    return typeof additionalProperties === 'object' ? `{ [name]: ${summary(additionalProperties, depth)} }` : '{}';
  }
  if (depth === 0) return '{…}';
  const inner = fields.map(([name, field]) => {
    const optional = schema.required?.includes(name) ? '' : '?';
    return `${name}${optional}: ${summary(field, depth - 1)}`;
  });
  return `{ ${inner.join(', ')} }`;
}
