import { lazyModule } from '../lazyModule.ts';
import { phoneEngineModule } from '../phone/phoneEngine.ts';
import { exchangeModule } from '../sdk/transport.ts';
import type * as Flow from './bindFlow.ts';

export type BindFlow = typeof Flow;

/** See `bindFlow.ts`. */
export const bindFlowModule = lazyModule<BindFlow>(() => import('./bindFlow.ts'));

/** Fetches all that the first gesture will need, as soon as one is to be expected. */
export function warmUp(): void {
  for (const module of [bindFlowModule, phoneEngineModule, exchangeModule]) {
    // What fails now is tried again, and told, when it is needed.
    module.load().catch(() => undefined);
  }
}
