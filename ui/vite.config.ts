import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

// The page is loaded from the app under a strict policy: no inline scripts, no eval, no network.
export default defineConfig({
  plugins: [react()],
  base: "./",
  clearScreen: false,
  server: { port: 5199, strictPort: true },
  // WebKitGTK 2.40 (Debian 12 and newer), WebView2 and the WebKit of macOS 13.
  build: { outDir: "dist", target: ["safari16.4", "chrome111"], assetsInlineLimit: 0, modulePreload: { polyfill: false }, chunkSizeWarningLimit: 1500 },
});
