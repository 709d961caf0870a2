import { lazyModule } from '../src/lazyModule.ts';

/** The list of countries, fetched when a hand comes near or the browser has nothing else to do. */
export const countryPickerModule = lazyModule(() => import('./CountryPicker.tsx'));
