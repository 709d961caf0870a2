import type { ContactUi } from './contactUi.ts';
import { EmailField } from './EmailField.tsx';
import { emailFlowModule } from './emailFlowModule.ts';

export const emailUi: ContactUi = {
  kind: 'email',
  flowModule: emailFlowModule,
  Field: EmailField,
  verifiesOld: ({ changeEmailStrategy }) => changeEmailStrategy?.verifyOldEmail,
  words: {
    name: 'email',
    none: 'noEmail',
    bind: 'bindEmail',
    change: 'changeEmail',
    unbind: 'unbindEmail',
    codeHint: 'emailCodeHint',
    bound: 'emailBound',
    changed: 'emailChanged',
    unbound: 'emailUnbound',
  },
};
