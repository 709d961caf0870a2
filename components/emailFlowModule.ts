import { flowModule } from './flowModule.ts';

/** See `emailFlow.ts`. */
export const emailFlowModule = /* @__PURE__ */ flowModule(() => import('./emailFlow.ts'));
