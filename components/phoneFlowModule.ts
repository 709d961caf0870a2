import { phoneEngineModule } from '../src/phone/phoneEngine.ts';
import { flowModule } from './flowModule.ts';

/** See `phoneFlow.ts`. */
export const phoneFlowModule = /* @__PURE__ */ flowModule(
  () => import('./phoneFlow.ts'),
  [phoneEngineModule],
);
