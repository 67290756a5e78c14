import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createBrowserRouter } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import './app.css'
import { appUpdates } from './app-updates.ts'
import { firstScreen } from './first-screen.ts'
import { routes } from './routes.tsx'
import { UpdateNotice } from './UpdateNotice.tsx'

const place = document.querySelector('#root')
if (place === null) throw new Error('index.html has no place for the app.')

const updates = appUpdates()
const router = createBrowserRouter(routes)

createRoot(place).render(
  <StrictMode>
    <UpdateNotice updates={updates} />
    <RouterProvider router={router} />
  </StrictMode>,
)

// An insecure address has no service worker; the app runs there, but only with a network.
if ('serviceWorker' in navigator && import.meta.env.PROD) await updates.start(firstScreen(router))
