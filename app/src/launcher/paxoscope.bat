@echo off
rem Starts Paxoscope. Java 25 or newer comes from JAVA_HOME, or else from the PATH.
setlocal
set "home=%~dp0.."
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"

if /i not "%~1"=="node" goto program
rem "shift" leaves %* as it is: cut off the first word by hand.
set "rest="
for /f "tokens=1,*" %%a in ("%*") do set "rest=%%b"
"%java%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx64m -XX:+ExitOnOutOfMemoryError -Djdk.serialFilter=!* -jar "%home%\lib\paxoscope-node.jar" %rest%
exit /b %errorlevel%

:program
"%java%" -XX:+UseSerialGC -Djdk.serialFilter=!* --enable-native-access=ALL-UNNAMED -cp "%home%\lib\*" paxoscope.Launcher %*
exit /b %errorlevel%
