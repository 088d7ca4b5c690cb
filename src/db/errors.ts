type DriverError = { code?: string; meta?: { driverAdapterError?: { cause?: { originalCode?: string } } } };

/** The SQLSTATE behind an error of the client, or null when it is none of the database's. */
export function sqlStateOf(error: unknown): string | null {
  return (error as DriverError | null)?.meta?.driverAdapterError?.cause?.originalCode ?? null;
}

/** A row would have overlapped another one (23P01). */
export function isExclusionViolation(error: unknown): boolean {
  return sqlStateOf(error) === '23P01';
}

/** A row would have repeated a unique value (23505). */
export function isUniqueViolation(error: unknown): boolean {
  return (error as DriverError | null)?.code === 'P2002' || sqlStateOf(error) === '23505';
}

/** A row would have pointed at one that is not there, or not of this organisation (23503). */
export function isForeignKeyViolation(error: unknown): boolean {
  return (error as DriverError | null)?.code === 'P2003' || sqlStateOf(error) === '23503';
}

/** A value is outside what its column allows (23514). */
export function isCheckViolation(error: unknown): boolean {
  return sqlStateOf(error) === '23514';
}

/** Two transactions got in each other's way (40001, 40P01); trying again helps. */
export function isConflict(error: unknown): boolean {
  const state = sqlStateOf(error);
  return (error as DriverError | null)?.code === 'P2034' || state === '40001' || state === '40P01';
}
