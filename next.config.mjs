// Plain JavaScript: for a configuration in TypeScript the running server would keep a compiler in memory.
/** @type {import('next').NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
  // The portal in front does it (`lib/portal/compressed.ts`).
  compress: false,
  // `npm run check` owns the types; a build repeats no check.
  typescript: { ignoreBuildErrors: true },
  // Native or dynamic-loading packages that a bundler would break.
  serverExternalPackages: ['postgres', 'sharp', 'pino', 'prom-client', 'graphile-worker', 'fontkit'],
  // Titles belong in the head for everybody: streamed ones need a script to get there.
  htmlLimitedBots: /.*/,
  devIndicators: false,
  // As in `lib/portal/body-limits.ts`.
  experimental: { serverActions: { bodySizeLimit: '1mb' } },
}

export default config
