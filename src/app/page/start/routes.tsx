import type { RouteObject } from 'react-router'
import { DeviceGate } from './DeviceGate.tsx'
import { Frame } from '../shell/Frame.tsx'
import { RouteFault } from './RouteFault.tsx'
import { Waiting } from '../parts/Waiting.tsx'

/** What only an unlocked phone shows. A failure of one leaves the menu and the three numbers standing. */
const behindTheLock: RouteObject[] = [
  {
    path: '/',
    lazy: async () => ({ Component: (await import('../features/now/NowScreen.tsx')).NowScreen }),
  },
  {
    path: '/hva-virker-ikke',
    lazy: async () => ({
      Component: (await import('../features/now/WhatFailsScreen.tsx')).WhatFailsScreen,
    }),
  },
  {
    path: '/lister',
    lazy: async () => ({
      Component: (await import('../features/lists/ListsScreen.tsx')).ListsScreen,
    }),
  },
  {
    path: '/lister/:listPath',
    lazy: async () => ({
      Component: (await import('../features/lists/PatientListScreen.tsx')).PatientListScreen,
    }),
  },
  {
    path: '/arbeidslister/:workListId',
    lazy: async () => ({
      Component: (await import('../features/lists/WorkListScreen.tsx')).WorkListScreen,
    }),
  },
  {
    path: '/bruker/:patientId',
    lazy: async () => ({
      Component: (await import('../features/patient/PatientScreen.tsx')).PatientScreen,
    }),
  },
  {
    path: '/bruker/:patientId/legemiddelark',
    lazy: async () => ({
      Component: (await import('../features/patient/MedicationScreen.tsx')).MedicationScreen,
    }),
  },
  {
    path: '/tiltakskort',
    lazy: async () => ({
      Component: (await import('../features/cards/CardsScreen.tsx')).CardsScreen,
    }),
  },
  {
    path: '/tiltakskort/:cardId',
    lazy: async () => ({
      Component: (await import('../features/cards/CardScreen.tsx')).CardScreen,
    }),
  },
  {
    path: '/tiltakskort/:cardId/hele',
    lazy: async () => ({
      Component: (await import('../features/cards/WholeCardScreen.tsx')).WholeCardScreen,
    }),
  },
  {
    path: '/skriv',
    lazy: async () => ({
      Component: (await import('../features/forms/WriteScreen.tsx')).WriteScreen,
    }),
  },
  {
    path: '/skriv/utkast/:draftId',
    lazy: async () => ({
      Component: (await import('../features/forms/DraftScreen.tsx')).DraftScreen,
    }),
  },
  {
    path: '/skriv/rett/:entryId',
    lazy: async () => ({
      Component: (await import('../features/forms/CorrectScreen.tsx')).CorrectScreen,
    }),
  },
  {
    path: '/skriv/:formName',
    lazy: async () => ({
      Component: (await import('../features/forms/StartFormScreen.tsx')).StartFormScreen,
    }),
  },
  {
    path: '/sendt',
    lazy: async () => ({ Component: (await import('../features/sent/SentScreen.tsx')).SentScreen }),
  },
  {
    path: '/mer',
    lazy: async () => ({ Component: (await import('../features/more/MoreScreen.tsx')).MoreScreen }),
  },
  {
    path: '/ukens-lister',
    lazy: async () => ({
      Component: (await import('../features/import/ImportScreen.tsx')).ImportScreen,
    }),
  },
  {
    path: '/beredskapsperm',
    lazy: async () => ({
      Component: (await import('../features/binder/BinderScreen.tsx')).BinderScreen,
    }),
  },
  {
    path: '/mottatt',
    lazy: async () => ({
      Component: (await import('../features/received/ReceivedScreen.tsx')).ReceivedScreen,
    }),
  },
  {
    path: '*',
    lazy: async () => ({ Component: (await import('./UnknownPlace.tsx')).UnknownPlace }),
  },
]

/** Every address in the app. Each screen is loaded when it is first opened. */
export const routes: RouteObject[] = [
  {
    Component: Frame,
    ErrorBoundary: RouteFault,
    HydrateFallback: Waiting,
    children: [
      {
        path: '/logg-inn',
        lazy: async () => ({
          Component: (await import('../features/sign-in/SignInScreen.tsx')).SignInScreen,
        }),
      },
      {
        path: '/klargjor',
        lazy: async () => ({
          Component: (await import('../features/enrol/EnrolScreen.tsx')).EnrolScreen,
        }),
      },
      {
        path: '/oppstart',
        lazy: async () => ({
          Component: (await import('../features/sign-in/FirstSignInScreen.tsx')).FirstSignInScreen,
        }),
      },
      { Component: DeviceGate, children: [{ ErrorBoundary: RouteFault, children: behindTheLock }] },
    ],
  },
]
