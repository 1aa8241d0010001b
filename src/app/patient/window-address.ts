/** Behind the app's own address: the window that shows the patient's view and nothing else. */
export const PATIENT_WINDOW = '#patient-window';
/** Where windows hear each other. */
export const CHANNEL = 'undertone-patient-view';
