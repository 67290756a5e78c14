import type { RouteObject } from 'react-router'
import { RouteFault } from './RouteFault.tsx'
import { Waiting } from './Waiting.tsx'

/** Every address in the app. Each screen is loaded when it is first opened. */
export const routes: RouteObject[] = [
  {
    ErrorBoundary: RouteFault,
    HydrateFallback: Waiting,
    children: [
      {
        path: '/',
        lazy: async () => ({
          Component: (await import('./features/start/StartScreen.tsx')).StartScreen,
        }),
      },
    ],
  },
]
