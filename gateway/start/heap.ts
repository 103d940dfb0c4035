import { setFlagsFromString } from 'node:v8';

/**
 * Has V8 collect when the heap is twice what was left after the last time. Left to itself it waits for several times as
 * much, and the process keeps growing under load (`test/bench/README.md`, "Memory").
 */
export const keepHeapSmall = (): void => setFlagsFromString('--heap-growing-percent=100');
