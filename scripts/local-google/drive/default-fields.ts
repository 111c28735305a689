const file = 'kind,id,name,mimeType,resourceKey,driveId,teamDriveId';

/** What Drive answers when a request has no `fields`. */
export const defaultFields: Readonly<Record<string, string>> = {
  'drive.files.create': file,
  'drive.files.copy': file,
  'drive.files.get': file,
  'drive.files.update': file,
  'drive.files.list': `kind,incompleteSearch,nextPageToken,files(${file})`,
  'drive.changes.list': `kind,nextPageToken,newStartPageToken,changes(kind,type,changeType,time,removed,fileId,driveId,file(${file}))`,
  'drive.drives.create': 'kind,id,name',
  'drive.drives.get': 'kind,id,name',
  'drive.drives.update': 'kind,id,name',
  'drive.drives.list': 'kind,nextPageToken,drives(kind,id,name)',
  'drive.permissions.create': 'kind,id,type,role',
  'drive.permissions.get': 'kind,id,type,role',
  'drive.permissions.update': 'kind,id,type,role',
  'drive.permissions.list': 'kind,nextPageToken,permissions(kind,id,type,role)',
};
