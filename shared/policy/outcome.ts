/** An expected result: the value, or what was wrong with the input. Never thrown. */
export type Outcome<Value, Fault> = { ok: true; value: Value } | { ok: false; fault: Fault };

/** What is wrong with a piece of input, where, and in words for a developer or an operator. */
export type InputFault = { code: InputFaultCode; field: string; detail: string };

export type InputFaultCode =
  | 'not_an_object'
  | 'field_missing'
  | 'field_invalid'
  | 'field_unknown'
  | 'instant_invalid'
  | 'type_unknown'
  | 'term_loosened';

export function accepted<Value>(value: Value): { ok: true; value: Value } {
  return { ok: true, value };
}

export function refused(
  code: InputFaultCode,
  field: string,
  detail: string,
): { ok: false; fault: InputFault } {
  return { ok: false, fault: { code, field, detail } };
}

export function isObject(raw: unknown): raw is Record<string, unknown> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}
