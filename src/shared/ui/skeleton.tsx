/** Grey lines where something is being fetched. They appear after 400 ms: what is quicker shows nothing. */
export function Skeleton({ label }: { label: string }) {
  return (
    <div role="status" className="animate-late py-1">
      <span className="sr-only">{label}</span>
      <div aria-hidden="true" className="grid gap-2">
        <span className="h-4 w-3/5 rounded-[3px] bg-line" />
        <span className="h-4 w-11/12 rounded-[3px] bg-line" />
        <span className="h-4 w-2/5 rounded-[3px] bg-line" />
      </div>
    </div>
  );
}
