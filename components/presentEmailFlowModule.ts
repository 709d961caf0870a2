import { flowModule } from './flowModule.ts';

/** See `presentFlow.ts`. */
export const presentEmailFlowModule = /* @__PURE__ */ flowModule(
  () => import('./presentEmailFlow.ts'),
);
