import { describeJourneys } from './journeys.ts';

describeJourneys({
  name: 'the standalone app',
  open: (page, view) => page.goto(`/#/${view.split('-').reverse().join('/')}`),
});
