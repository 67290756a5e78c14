// Installed apps always request /sw.js, so this file must keep its name.
import './service-worker.ts'
