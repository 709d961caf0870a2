import type { StorybookConfig } from '@storybook/react-vite';

const config: StorybookConfig = {
  stories: ['../stories/*.stories.tsx'],
  addons: ['@storybook/addon-a11y'],
  framework: { name: '@storybook/react-vite', options: { strictMode: true } },
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  // React's warnings are part of what the stories are tested for, and only its development build has them.
  features: {
    developmentModeForBuild: true,
    sidebarOnboardingChecklist: false,
    menuOnboardingChecklist: false,
  },
  viteFinal: (config) => ({
    ...config,
    // What lies there is the app's configuration.
    publicDir: false,
    // Storybook itself is larger than Vite's limit for a chunk.
    build: { ...config.build, chunkSizeWarningLimit: 2_000 },
    // Storybook's own page needs inline scripts and styles; the policy is the app's.
    plugins: config.plugins?.filter(
      (plugin) => !(plugin && 'name' in plugin && plugin.name === 'content-security-policy'),
    ),
  }),
};

export default config;
