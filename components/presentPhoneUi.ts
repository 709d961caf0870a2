import type { PresentContactUi } from './contactUi.ts';
import { phoneUi } from './phoneUi.ts';
import { presentPhoneFlowModule } from './presentPhoneFlowModule.ts';

export const presentPhoneUi: PresentContactUi = {
  ...phoneUi,
  flowModule: presentPhoneFlowModule,
  verifiesOld: ({ changePhoneStrategy }) => changePhoneStrategy?.verifyOldPhone,
  words: {
    ...phoneUi.words,
    name: 'phone',
    none: 'noPhone',
    change: 'changePhone',
    unbind: 'unbindPhone',
    changed: 'phoneChanged',
    unbound: 'phoneUnbound',
  },
};
