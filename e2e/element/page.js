// What a page of a customer's does: says who is signed in, and hears what happens.
const element = document.querySelector('genauth-account');
for (const [name, value] of new URLSearchParams(location.search)) {
  element.setAttribute(name, value);
}
element.appHost = location.origin;
element.getAccessToken = () => localStorage.getItem('genauth-account-widget.demo-account');

globalThis.heard = [];
const NAMES = [
  'bound',
  'changed',
  'unbound',
  'before-send',
  'sent',
  'reauth-required',
  'auth-expired',
  'need-help',
  'error',
  'diagnostic',
  'view-change',
];
for (const name of NAMES) {
  document.addEventListener(`genauth:${name}`, ({ detail }) => {
    globalThis.heard.push([name, detail]);
  });
}
