import { lazyModule } from '../src/lazyModule.ts';
import { phoneEngineModule } from '../src/phone/phoneEngine.ts';
import { exchangeModule } from '../src/sdk/transport.ts';
import type * as PhoneFlow from './phoneFlow.ts';

/** See `phoneFlow.ts`. */
export const phoneFlowModule = lazyModule<typeof PhoneFlow>(() => import('./phoneFlow.ts'));

/** Fetches all that the first gesture will need, as soon as one is to be expected. */
export function warmUp(): void {
  for (const module of [phoneFlowModule, phoneEngineModule, exchangeModule]) {
    // What fails now is tried again, and told, when it is needed.
    module.load().catch(() => undefined);
  }
}
