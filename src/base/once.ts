/** Computes a value when it is first asked for, and answers with it from then on. */
export function once<Value>(compute: () => Value): () => Value {
  let answer: { readonly value: Value } | undefined;
  return () => (answer ??= { value: compute() }).value;
}
