# The bot for a real Slack workspace. Build: docker build -t fact-bot .   Run: docker run --read-only --env-file .env -v facts:/data fact-bot
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY tsconfig.json tsconfig.build.json ./
COPY src src
RUN npm run build

FROM node:24-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
# Only the database's binary for this system stays of what is optional; the local workspace is for trying out.
RUN npm ci --omit=dev && rm -rf node_modules/local-slack-* node_modules/@libsql/*-musl*

FROM node:24-bookworm-slim
ENV NODE_ENV=production KNOWLEDGE_DIR=/app/knowledge DATA_DIR=/data PORT=3000
WORKDIR /app
RUN mkdir /data && chown node:node /data
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY package.json ./
# The editor in Slack writes here; mount a folder over it to keep its changes.
COPY --chown=node:node knowledge knowledge
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/main.js"]
