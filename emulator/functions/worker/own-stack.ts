/** Frames of the local cloud's worker and of Node's inside: they say nothing about the function. */
const NOT_THE_FUNCTIONS = /^(?:\s+at .*(?:\[worker eval\]|\(?node:internal\/).*|- \[worker eval\])$/;

/** Message and stack of what was thrown, as far as it is about the function. */
export function ownStack({ stack, message }: Error): string {
  const lines = (stack ?? message).split('\n').filter((line) => !NOT_THE_FUNCTIONS.test(line));
  // index.js is loaded in its own name, and Node lists it as its own requirer.
  return lines.filter((line, at) => !line.startsWith('- ') || line !== lines[at - 1]).join('\n');
}
