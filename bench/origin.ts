import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';

const HERE = import.meta.dirname;
const PACKAGES = [
  'intl-tel-input',
  '@intl-tel-input/react',
  'react-phone-number-input',
  'react-international-phone',
  'mui-tel-input',
  '@mui/material',
  'react',
];

/** Which versions were measured, where and when. */
export function origin(browserVersion: string, command: string): string {
  const ours = versionIn(`${HERE}/../package.json`);
  const versions = PACKAGES.map(
    (name) => `${name} ${versionIn(`${HERE}/node_modules/${name}/package.json`)}`,
  );
  const date = new Date().toISOString().slice(0, 10);
  return [
    `Measured on ${date} with Chromium ${browserVersion}, headless, on ${cpus().length} cores, by \`${command}\`:`,
    `ours ${ours}, ${versions.join(', ')}.`,
  ].join('\n');
}

function versionIn(path: string): string {
  return JSON.parse(readFileSync(path, 'utf8')).version;
}
