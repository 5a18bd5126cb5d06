import { setFlagsFromString } from "node:v8";

/**
 * In bytes of bytecode, of what is inlined into one function; V8's own budget is 920. An event of a world
 * runs through many small functions of several rooms, and the budget is spent before the last of them.
 */
const INLINED = 2400;

/**
 * In bytes of bytecode that a function runs before it is optimized; V8's own budget is 67,584. What is worth
 * it runs for minutes; every thread optimizes for itself, and what is short-lived again after collections.
 */
const RUN_BEFORE = 200_000;

/**
 * Lets V8 inline more into fewer functions, in all threads of the process, from now on. It is for programs
 * that do nothing but simulate: who uses Breakwater as a library decides on V8's flags alone.
 */
export function tuneCompiler(): void {
  setFlagsFromString(`--max-inlined-bytecode-size-cumulative=${INLINED}`);
  setFlagsFromString(`--interrupt-budget=${RUN_BEFORE}`);
}
