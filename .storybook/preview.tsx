import type { Preview } from '@storybook/react-vite';
import { configure } from 'storybook/test';
import '../components/styles.css';

// A busy machine may need longer than the default second to fetch a chunk.
configure({ asyncUtilTimeout: 10_000 });

const preview: Preview = {
  parameters: {
    layout: 'fullscreen',
    a11y: { test: 'error' },
  },
  globalTypes: {
    language: {
      toolbar: {
        title: 'Language',
        icon: 'globe',
        items: [
          { value: 'en', title: 'English' },
          { value: 'zh-CN', title: '简体中文' },
        ],
        dynamicTitle: true,
      },
    },
    theme: {
      toolbar: {
        title: 'Theme',
        icon: 'contrast',
        items: [
          { value: 'light dark', title: 'As the system' },
          { value: 'light', title: 'Light' },
          { value: 'dark', title: 'Dark' },
        ],
        dynamicTitle: true,
      },
    },
  },
  initialGlobals: { language: 'en', theme: 'light dark' },
  decorators: [
    (Story, { globals: { theme } }) => (
      <div
        data-genauth-theme={theme}
        style={{
          boxSizing: 'border-box',
          minBlockSize: '100vh',
          padding: 24,
          background: 'Canvas',
          colorScheme: theme,
        }}
      >
        <Story />
      </div>
    ),
  ],
};

export default preview;
