import { type LazyModule, lazyModule } from '../src/lazyModule.ts';
import { exchangeModule } from '../src/sdk/transport.ts';
import { warm } from './warm.ts';

/** The code behind a contact's forms. */
export interface FlowModule<Flow> extends LazyModule<Flow> {
  /** Fetches all that the first gesture will need, as soon as one is to be expected. */
  warmUp: () => void;
}

/** A flow that is fetched when it is first needed, and what it needs besides. */
export function flowModule<Flow>(
  fetchFlow: () => Promise<Flow>,
  besides: readonly LazyModule<unknown>[] = [],
): FlowModule<Flow> {
  const flow = lazyModule(fetchFlow);
  return { ...flow, warmUp: () => warm([flow, exchangeModule, ...besides]) };
}
