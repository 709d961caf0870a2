import type { PresentContactUi } from './contactUi.ts';
import { emailUi } from './emailUi.ts';
import { presentEmailFlowModule } from './presentEmailFlowModule.ts';

export const presentEmailUi: PresentContactUi = {
  ...emailUi,
  flowModule: presentEmailFlowModule,
  verifiesOld: ({ changeEmailStrategy }) => changeEmailStrategy?.verifyOldEmail,
  words: {
    ...emailUi.words,
    name: 'email',
    none: 'noEmail',
    change: 'changeEmail',
    unbind: 'unbindEmail',
    changed: 'emailChanged',
    unbound: 'emailUnbound',
  },
};
