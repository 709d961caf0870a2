import type { ContactUi } from './contactUi.ts';
import { PhoneField } from './PhoneField.tsx';
import { phoneFlowModule } from './phoneFlowModule.ts';

export const phoneUi: ContactUi = {
  kind: 'phone',
  flowModule: phoneFlowModule,
  Field: PhoneField,
  words: { bind: 'bindPhone', codeHint: 'codeHint', bound: 'phoneBound' },
};
