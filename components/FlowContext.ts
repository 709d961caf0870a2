import { createContext, useContext } from 'react';
import type { Flow } from './flow.ts';
import type { FlowModule } from './flowModule.ts';

export const FlowContext = /* @__PURE__ */ createContext<FlowModule<Flow> | undefined>(undefined);

/** The code behind the form that this is in. */
export function useFlowModule(): FlowModule<Flow> {
  const module = useContext(FlowContext);
  if (!module) throw new Error('Rendered outside of <CodeForm>.');
  return module;
}
