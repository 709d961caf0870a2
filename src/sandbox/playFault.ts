import type { Fault } from './faults.ts';
import { type Refusal, refusals } from './refusals.ts';

const CAUSE = 'fault of the sandbox';
const BODILESS = [204, 205, 304];

/** What `fetch` rejects with when the connection breaks. */
export function networkError(): TypeError {
  return new TypeError('network error', { cause: CAUSE });
}

/** Whether an error is a played fault, for adapters that break a real connection instead. */
export function isNetworkError(error: unknown): boolean {
  return error instanceof TypeError && error.cause === CAUSE;
}

/** Answers a call as the fault says; `reply` runs the operation, or refuses it as it is told. */
export async function playFault(
  fault: Fault,
  reply: (refusal?: Refusal) => Response,
): Promise<Response> {
  switch (fault.kind) {
    case 'reauth':
      return reply(refusals.reauthNeeded);
    case 'delay': {
      // Runs first: a slow server has acted even if its caller does not wait for the answer.
      const response = reply();
      await new Promise((resolve) => setTimeout(resolve, fault.ms));
      return response;
    }
    case 'hang':
      return new Promise(() => {});
    case 'resetBeforeHeaders':
      throw networkError();
    case 'commitThenLose':
      reply();
      throw networkError();
    case 'resetInBody':
      return cutInHalf(reply());
    case 'http': {
      const { status, headers = {} } = fault;
      return new Response(BODILESS.includes(status) ? null : (fault.body ?? ''), {
        status,
        headers,
      });
    }
    case 'envelope':
      return Response.json(fault.envelope);
  }
}

async function cutInHalf(response: Response): Promise<Response> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  let isHalfSent = false;
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (isHalfSent) controller.error(networkError());
        else controller.enqueue(bytes.slice(0, bytes.length / 2));
        isHalfSent = true;
      },
    },
    // Nothing ahead of the reader: an error would overtake the half that it has not read.
    { highWaterMark: 0 },
  );
  return new Response(body, response);
}
