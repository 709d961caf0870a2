import type { ComponentType } from 'react';
import { createRoot } from 'react-dom/client';
import type { Country, InputName } from '../names.ts';
import type { InputProps, Reported } from './inputProps.ts';
import { createMeasure, type Measure } from './measure.ts';

declare global {
  interface Window {
    reported: Reported;
    measure: Measure;
  }
}

const INPUTS: Record<InputName, () => Promise<{ default: ComponentType<InputProps> }>> = {
  ours: () => import('./inputs/ours.tsx'),
  'intl-tel-input': () => import('./inputs/intlTelInput.tsx'),
  'react-phone-number-input': () => import('./inputs/reactPhoneNumberInput.tsx'),
  'react-international-phone': () => import('./inputs/reactInternationalPhone.tsx'),
  'mui-tel-input': () => import('./inputs/muiTelInput.tsx'),
  bare: () => import('./inputs/bare.tsx'),
};

const query = new URLSearchParams(location.search);
const name = query.get('input') as InputName;
const country = (query.get('country') ?? 'CN') as Country;
const host = document.querySelector('main');
if (!host || !(name in INPUTS)) throw new Error(`Unknown input "${name}".`);

window.reported = { value: '' };
window.measure = createMeasure();
const { default: Input } = await INPUTS[name]();
createRoot(host).render(
  <Input
    country={country}
    report={(reported) => {
      window.reported = reported;
    }}
  />,
);
