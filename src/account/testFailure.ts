import { type FailureDetails, GenAuthError } from '../sdk/failure.ts';

/** A failed call, for tests; an `undefined` is as good as nothing. */
export function failed(
  details: Omit<FailureDetails, 'apiCode'> & { apiCode?: number | undefined },
): GenAuthError {
  const { apiCode, ...others } = details;
  return new GenAuthError({ ...others, ...(apiCode !== undefined && { apiCode }) });
}

/** A call that the server said no to. */
export function refused(operation: string, statusCode: number, apiCode?: number): GenAuthError {
  return failed({ kind: 'refused', outcome: 'notDone', operation, statusCode, apiCode });
}
