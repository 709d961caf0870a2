import { enFlow, type FlowMessages } from '../i18n/enFlow.ts';
import { useMessages } from './AccountContext.ts';
import { completedBy } from './completedBy.ts';

export const withFlowMessages = /* @__PURE__ */ completedBy<FlowMessages>(enFlow);

/** The words of what comes after the first paint. */
export const useFlowMessages = () => withFlowMessages(useMessages());
