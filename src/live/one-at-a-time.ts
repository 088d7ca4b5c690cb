/** Does something when it is called; called meanwhile, however often, it does it once more after that. @param work must not fail */
export function oneAtATime(work: () => Promise<void>): () => void {
  let isBusy = false;
  let again = false;
  const workUntilQuiet = async () => {
    isBusy = true;
    do {
      again = false;
      await work();
    } while (again);
    isBusy = false;
  };
  return () => {
    again = true;
    if (!isBusy) void workUntilQuiet();
  };
}
