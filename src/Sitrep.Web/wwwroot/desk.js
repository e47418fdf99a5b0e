// The scripts of the desk are built from assets/.
