import type { RouteObject } from 'react-router'
import { paths, type PlaceName } from '../paths/paths.ts'
import { DeviceGate } from './DeviceGate.tsx'
import { Frame } from '../shell/Frame.tsx'
import { RouteFault } from './RouteFault.tsx'
import { screenRoute, Unknown } from './screen-route.tsx'

const { signIn, enrol, firstSignIn, firstCode, ...behindTheLock } = {
  now: screenRoute(
    paths.now,
    async () => (await import('../features/now/NowScreen.tsx')).NowScreen,
  ),
  whatFails: screenRoute(
    paths.whatFails,
    async () => (await import('../features/what-fails/WhatFailsScreen.tsx')).WhatFailsScreen,
  ),
  incident: screenRoute(
    paths.incident,
    async () => (await import('../features/now/IncidentScreen.tsx')).IncidentScreen,
  ),
  changeIncident: screenRoute(
    paths.changeIncident,
    async () =>
      (await import('../features/incident/ChangeIncidentScreen.tsx')).ChangeIncidentScreen,
  ),
  powerPlaces: screenRoute(
    paths.powerPlaces,
    async () => (await import('../features/incident/PowerPlacesScreen.tsx')).PowerPlacesScreen,
  ),
  incidentCard: screenRoute(
    paths.incidentCard,
    async () =>
      (await import('../features/running-card/IncidentCardScreen.tsx')).IncidentCardScreen,
  ),
  tasks: screenRoute(
    paths.tasks,
    async () => (await import('../features/running-card/TasksScreen.tsx')).TasksScreen,
  ),
  countdown: screenRoute(
    paths.countdown,
    async () => (await import('../features/outage/countdown/CountdownScreen.tsx')).CountdownScreen,
  ),
  ifPowerGoes: screenRoute(
    paths.ifPowerGoes,
    async () =>
      (await import('../features/outage/countdown/IfPowerGoesScreen.tsx')).IfPowerGoesScreen,
  ),
  callList: screenRoute(
    paths.callList,
    async () => (await import('../features/outage/calls/CallListScreen.tsx')).CallListScreen,
  ),
  visits: screenRoute(
    paths.visits,
    async () => (await import('../features/outage/visits/VisitsScreen.tsx')).VisitsScreen,
  ),
  visit: screenRoute(
    paths.visit,
    async () => (await import('../features/outage/visits/VisitScreen.tsx')).VisitScreen,
  ),
  personInIncident: screenRoute(
    paths.personInIncident,
    async () =>
      (await import('../features/outage/person/PersonInIncidentScreen.tsx')).PersonInIncidentScreen,
  ),
  readyMessages: screenRoute(
    paths.readyMessages,
    async () =>
      (await import('../features/outage/messages/ReadyMessagesScreen.tsx')).ReadyMessagesScreen,
  ),
  lists: screenRoute(
    paths.lists,
    async () => (await import('../features/lists/ListsScreen.tsx')).ListsScreen,
  ),
  patientList: screenRoute(
    paths.patientList,
    async () => (await import('../features/lists/PatientListScreen.tsx')).PatientListScreen,
  ),
  workList: screenRoute(
    paths.workList,
    async () => (await import('../features/lists/WorkListScreen.tsx')).WorkListScreen,
  ),
  patient: screenRoute(
    paths.patient,
    async () => (await import('../features/patient/PatientScreen.tsx')).PatientScreen,
  ),
  isbar: screenRoute(
    paths.isbar,
    async () => (await import('../features/isbar/IsbarScreen.tsx')).IsbarScreen,
  ),
  medication: screenRoute(
    paths.medication,
    async () => (await import('../features/patient/MedicationScreen.tsx')).MedicationScreen,
  ),
  signingList: screenRoute(
    paths.signingList,
    async () => (await import('../features/signing-list/SigningListScreen.tsx')).SigningListScreen,
  ),
  cards: screenRoute(
    paths.cards,
    async () => (await import('../features/cards/CardsScreen.tsx')).CardsScreen,
  ),
  card: screenRoute(
    paths.card,
    async () => (await import('../features/cards/CardScreen.tsx')).CardScreen,
  ),
  wholeCard: screenRoute(
    paths.wholeCard,
    async () => (await import('../features/cards/WholeCardScreen.tsx')).WholeCardScreen,
  ),
  contacts: screenRoute(
    paths.contacts,
    async () => (await import('../features/contacts/ContactsScreen.tsx')).ContactsScreen,
  ),
  zonePlan: screenRoute(
    paths.zonePlan,
    async () => (await import('../features/contacts/ZonePlanScreen.tsx')).ZonePlanScreen,
  ),
  newContact: screenRoute(
    paths.newContact,
    async () => (await import('../features/contacts/NewContactScreen.tsx')).NewContactScreen,
  ),
  contact: screenRoute(
    paths.contact,
    async () => (await import('../features/contacts/ContactScreen.tsx')).ContactScreen,
  ),
  write: screenRoute(
    paths.write,
    async () => (await import('../features/forms/WriteScreen.tsx')).WriteScreen,
  ),
  startForm: screenRoute(
    paths.startForm,
    async () => (await import('../features/forms/StartFormScreen.tsx')).StartFormScreen,
  ),
  draft: screenRoute(
    paths.draft,
    async () => (await import('../features/forms/DraftScreen.tsx')).DraftScreen,
  ),
  correct: screenRoute(
    paths.correct,
    async () => (await import('../features/forms/CorrectScreen.tsx')).CorrectScreen,
  ),
  countersign: screenRoute(
    paths.countersign,
    async () => (await import('../features/about-note/CountersignScreen.tsx')).CountersignScreen,
  ),
  withdraw: screenRoute(
    paths.withdraw,
    async () => (await import('../features/about-note/WithdrawScreen.tsx')).WithdrawScreen,
  ),
  municipalForms: screenRoute(
    paths.municipalForms,
    async () =>
      (await import('../features/form-versions/MunicipalFormsScreen.tsx')).MunicipalFormsScreen,
  ),
  formVersions: screenRoute(
    paths.formVersions,
    async () =>
      (await import('../features/form-versions/FormVersionsScreen.tsx')).FormVersionsScreen,
  ),
  formDraft: screenRoute(
    paths.formDraft,
    async () => (await import('../features/form-versions/FormDraftScreen.tsx')).FormDraftScreen,
  ),
  sent: screenRoute(
    paths.sent,
    async () => (await import('../features/sent/SentScreen.tsx')).SentScreen,
  ),
  more: screenRoute(
    paths.more,
    async () => (await import('../features/more/MoreScreen.tsx')).MoreScreen,
  ),
  server: screenRoute(
    paths.server,
    async () => (await import('../features/server/ServerScreen.tsx')).ServerScreen,
  ),
  enrolAgain: screenRoute(
    paths.enrolAgain,
    async () => (await import('../features/enrol/EnrolAgainScreen.tsx')).EnrolAgainScreen,
  ),
  begin: screenRoute(
    paths.begin,
    async () => (await import('../features/keeping/BeginScreen.tsx')).BeginScreen,
  ),
  sections: screenRoute(
    paths.sections,
    async () => (await import('../features/keeping/SectionsScreen.tsx')).SectionsScreen,
  ),
  employees: screenRoute(
    paths.employees,
    async () => (await import('../features/keeping/EmployeesScreen.tsx')).EmployeesScreen,
  ),
  newEmployee: screenRoute(
    paths.newEmployee,
    async () => (await import('../features/keeping/NewEmployeeScreen.tsx')).NewEmployeeScreen,
  ),
  employeeList: screenRoute(
    paths.employeeList,
    async () =>
      (await import('../features/keeping/list/EmployeeListScreen.tsx')).EmployeeListScreen,
  ),
  employee: screenRoute(
    paths.employee,
    async () => (await import('../features/keeping/EmployeeScreen.tsx')).EmployeeScreen,
  ),
  newPhones: screenRoute(
    paths.newPhones,
    async () => (await import('../features/server/NewPhonesScreen.tsx')).NewPhonesScreen,
  ),
  alarms: screenRoute(
    paths.alarms,
    async () => (await import('../features/alarms/AlarmsScreen.tsx')).AlarmsScreen,
  ),
  securityEvents: screenRoute(
    paths.securityEvents,
    async () =>
      (await import('../features/security/SecurityEventsScreen.tsx')).SecurityEventsScreen,
  ),
  import: screenRoute(
    paths.import,
    async () => (await import('../features/import/ImportScreen.tsx')).ImportScreen,
  ),
  binder: screenRoute(
    paths.binder,
    async () => (await import('../features/binder/BinderScreen.tsx')).BinderScreen,
  ),
  deviceRequests: screenRoute(
    paths.deviceRequests,
    async () =>
      (await import('../features/device-requests/DeviceRequestsScreen.tsx')).DeviceRequestsScreen,
  ),
  received: screenRoute(
    paths.received,
    async () => (await import('../features/received/ReceivedScreen.tsx')).ReceivedScreen,
  ),
  roles: screenRoute(
    paths.roles,
    async () => (await import('../features/roles/RolesScreen.tsx')).RolesScreen,
  ),
  amendments: screenRoute(
    paths.amendments,
    async () => (await import('../features/amendments/AmendmentsScreen.tsx')).AmendmentsScreen,
  ),
  newPatients: screenRoute(
    paths.newPatients,
    async () => (await import('../features/new-patients/NewPatientsScreen.tsx')).NewPatientsScreen,
  ),
  amend: screenRoute(
    paths.amend,
    async () => (await import('../features/amendments/AmendScreen.tsx')).AmendScreen,
  ),
  review: screenRoute(
    paths.review,
    async () => (await import('../features/review/ReviewScreen.tsx')).ReviewScreen,
  ),
  signIn: screenRoute(
    paths.signIn,
    async () => (await import('../features/sign-in/SignInScreen.tsx')).SignInScreen,
  ),
  enrol: screenRoute(
    paths.enrol,
    async () => (await import('../features/enrol/EnrolScreen.tsx')).EnrolScreen,
  ),
  firstSignIn: screenRoute(
    paths.firstSignIn,
    async () => (await import('../features/sign-in/FirstSignInScreen.tsx')).FirstSignInScreen,
  ),
  firstCode: screenRoute(
    paths.firstCode,
    async () => (await import('../features/sign-in/FirstCodeScreen.tsx')).FirstCodeScreen,
  ),
} satisfies Record<PlaceName, RouteObject>

const unknownPlace: RouteObject = { path: '*', element: <Unknown /> }

/**
 * The screen of every address. Screens that only an unlocked phone shows are behind the gate. When a
 * screen fails, the menu and the three numbers stay.
 */
export const routes: RouteObject[] = [
  {
    Component: Frame,
    ErrorBoundary: RouteFault,
    children: [
      signIn,
      enrol,
      firstSignIn,
      firstCode,
      {
        Component: DeviceGate,
        children: [
          {
            ErrorBoundary: RouteFault,
            children: [...Object.values(behindTheLock), unknownPlace],
          },
        ],
      },
    ],
  },
]
