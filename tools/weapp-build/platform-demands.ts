/** Functions of `wx` that work only when app.json's `requiredPrivateInfos` names them. */
export const privateInfos: readonly string[] = [
  ...['getFuzzyLocation', 'getLocation', 'onLocationChange', 'startLocationUpdate', 'startLocationUpdateBackground'],
  ...['chooseLocation', 'choosePoi', 'chooseAddress'],
];

/** The scope whose purpose app.json's `permission` must tell, by the functions that ask the person for it. */
export const permissions: Readonly<Record<string, readonly string[]>> = {
  'scope.userLocation': ['getLocation', 'startLocationUpdate', 'moveToLocation'],
  'scope.userFuzzyLocation': ['getFuzzyLocation'],
  'scope.userLocationBackground': ['startLocationUpdateBackground'],
};

/** What goes on when the app is left, and the functions that make it so. */
export const backgroundModes: Readonly<Record<string, readonly string[]>> = {
  audio: ['getBackgroundAudioManager', 'playBackgroundAudio'],
  location: ['startLocationUpdateBackground'],
};
