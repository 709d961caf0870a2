export { presentEmail as contact } from '../src/account/presentEmail.ts';
export * from './emailFlow.ts';
export * from './presentFlow.ts';
