import { phoneEngineModule } from '../src/phone/phoneEngine.ts';
import { flowModule } from './flowModule.ts';
import { phoneFlowModule } from './phoneFlowModule.ts';

/** See `presentFlow.ts`. The phone field looks for its part where the form of a first phone has it. */
export const presentPhoneFlowModule = /* @__PURE__ */ flowModule(async () => {
  const [flow] = await Promise.all([import('./presentPhoneFlow.ts'), phoneFlowModule.load()]);
  return flow;
}, [phoneEngineModule]);
