import type { ContactUi } from './contactUi.ts';
import { PhoneField } from './PhoneField.tsx';
import { phoneFlowModule } from './phoneFlowModule.ts';

export const phoneUi: ContactUi = {
  kind: 'phone',
  flowModule: phoneFlowModule,
  Field: PhoneField,
  verifiesOld: ({ changePhoneStrategy }) => changePhoneStrategy?.verifyOldPhone,
  words: {
    name: 'phone',
    none: 'noPhone',
    bind: 'bindPhone',
    change: 'changePhone',
    unbind: 'unbindPhone',
    codeHint: 'codeHint',
    bound: 'phoneBound',
    changed: 'phoneChanged',
    unbound: 'phoneUnbound',
  },
};
