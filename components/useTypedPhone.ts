import { type Control, useWatch } from 'react-hook-form';
import { bindFlowModule } from '../src/account/bindFlowModule.ts';
import { useLazyModule } from '../src/account/useLazyModule.ts';
import { phoneEngineModule } from '../src/phone/phoneEngine.ts';
import type { Phone } from '../src/phone/readPhone.ts';
import type { BindPhoneValues } from './BindPhoneForm.tsx';

/** The number in the field as it stands, if it is one. */
export function useTypedPhone(control: Control<BindPhoneValues>): Phone | undefined {
  const { text, country } = useWatch({ control, name: 'phone' });
  const engine = useLazyModule(phoneEngineModule);
  return useLazyModule(bindFlowModule)?.readPhone(text, country, engine).phone;
}
