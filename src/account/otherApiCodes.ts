/**
 * Documented codes that mean nothing of their own to anything this widget asks for: the class of the answer says
 * what there is to say. Listed so that every known code is decided upon; nothing at run time reads this.
 */
export const otherApiCodes: Readonly<Record<string, readonly number[]>> = {
  'success in older samples': [0, 20001],
  'a class written as a code': [400],
  'other clients about themselves': [
    -2, -1, 10001, 10002, 10003, 10004, 10005, 10006, 10007, 10008, 10009,
  ],
  'end of a sign-in': [1600],
  'signing in and registering': [
    2002, 2026, 2031, 2032, 2042, 2205, 2820002, 4032, 4033, 6001, 6002, 6003, 6004,
  ],
  'enrolling a face': [1700, 1701, 1702, 1703, 1704, 1705, 1706, 1707],
  usernames: [1108, 2034, 2211],
  'links in e-mails': [2023],
  'linked identities': [2213, 2214, 2215, 2216, 1020020],
  devices: [2401],
  'users in the console': [2012, 2014, 2015, 2030, 2040],
  'applications in the console': [2007, 2008, 2009, 2013, 2024, 2039, 2220, 2222, 2223, 3829, 8128],
  'collaborators in the console': [3617, 3618, 3619, 3620, 3621, 3622, 3623, 3624],
  'orders in the console': [5000, 5001, 5022, 5023, 5024, 5025],
};
