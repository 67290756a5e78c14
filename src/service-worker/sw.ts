// Installed apps ask for /sw.js for as long as they live: the file's name here is that address.
import './service-worker.ts'
