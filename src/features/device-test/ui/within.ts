/** @throws when the test is stopped */
export function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}

/** @throws when it takes longer, or the test is stopped */
export function within<Value>(
  milliseconds: number,
  signal: AbortSignal,
  work: Promise<Value>,
): Promise<Value> {
  const late = pause(milliseconds, signal).then(() => {
    throw new Error('It took too long.');
  });
  return Promise.race([work, late]);
}
